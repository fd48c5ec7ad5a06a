"""Says whether the DKIM signature of a mail holds (dkimpy), for a record that stands in a file in place of a name server.

usage: dkim_check.py MAIL NAME RECORD
"""
import sys

import dkim

mail, name, record = open(sys.argv[1], "rb").read(), sys.argv[2].encode("ascii") + b".", sys.argv[3].encode("ascii")
print("pass" if dkim.verify(mail, dnsfunc=lambda asked, timeout=5: record if asked == name else None) else "fail")
