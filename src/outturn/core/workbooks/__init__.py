"""Reads one workbook in a process of its own, with little memory and time: a small hostile file can ask for hundreds of
gigabytes. Imports nothing large; takes the file on stdin, answers on stdout (see `answer`)."""
