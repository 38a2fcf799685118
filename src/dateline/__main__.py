"""python -m dateline"""

from dateline.serve.cli import main

main()
