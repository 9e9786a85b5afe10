"""The manual: `make docs` builds it with warnings as errors. Nothing in it is fetched from another host."""

project = "Outturn"
author = copyright = "Outturn contributors"
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
language = "en_GB"
html_theme = "furo"
html_title = "Outturn"
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {
        "font-stack": "Arial, sans-serif",
        "color-brand-primary": "#005eb8",
        "color-brand-content": "#005eb8",
    }
}
