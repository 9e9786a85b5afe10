"""Native charts of a workbook, as what XlsxWriter is told of them."""
