"""Opens the workbooks that people send. `child` and what it uses run in a process of their own, with little memory and
time: a small hostile file can ask for hundreds of gigabytes. They import nothing large, so nothing is imported here."""
