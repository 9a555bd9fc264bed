"""Prints what Python's zipfile finds in a package for the archive."""
import hashlib
import json
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1]) as package:
    print(json.dumps({
        "broken": package.testzip(),
        "files": {
            name: {
                "sha256": hashlib.sha256(package.read(name)).hexdigest(),
                "size": len(package.read(name)),
            }
            for name in package.namelist()
        },
        "list": json.loads(package.read("files.json")),
        "metadata": json.loads(package.read("metadata.json")),
    }))
