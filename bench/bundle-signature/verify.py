"""Verifies the signature of a bundle after the specification OpenSSF Model Signing 1.0, and shares no code with Facies.

usage: python verify.py --public-key PUBLIC.pem [--signature MODEL.sig] BUNDLE
       BUNDLE is a file NAME.facies or a folder with the same content; without --signature, its file model.sig is taken.

Prints a line and exits 0 if the key signed exactly the files that are there. Otherwise prints every defect and exits 1.
Needs `cryptography` for ECDSA and PEM files; everything else is Python's own library. Section numbers are those of the
specification; DSSE and in-toto have theirs.
"""

import argparse
import base64
import binascii
import hashlib
import json
import os
import re
import sys
import zipfile

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SIGNATURE = "model.sig"
BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json"
PAYLOAD_TYPE = "application/vnd.in-toto+json"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://model_signing/signature/v1.0"
NOT_COVERED = {".git", ".gitignore", ".gitattributes", ".github"}  # 6.2: left out of every signature, at the top only
CURVES = {"secp256r1": hashes.SHA256, "secp384r1": hashes.SHA384, "secp521r1": hashes.SHA512}


class Refused(Exception):
    """Why a bundle is not accepted: one sentence for each defect."""

    def __init__(self, *defects):
        super().__init__("\n".join(defects))
        self.defects = defects


def require(holds, defect):
    if not holds:
        raise Refused(defect)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def files_of(bundle):
    """Content by name of all files in a folder or a zip (6.1); links and other special files are refused (6.1.1)."""
    if os.path.isdir(bundle):
        return dict(files_of_folder(bundle))
    require(zipfile.is_zipfile(bundle), f"{bundle}: is neither a folder nor a zip file")
    try:
        with zipfile.ZipFile(bundle) as archive:
            names = archive.namelist()
            require(len(names) == len(set(names)), f"{bundle}: holds two files of one name")
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as damaged:
        raise Refused(f"{bundle}: is damaged ({damaged})") from damaged


def files_of_folder(root, below=""):
    for entry in sorted(os.scandir(os.path.join(root, below)), key=lambda e: e.name):
        name = below + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from files_of_folder(root, name + "/")
        else:
            require(entry.is_file(follow_symlinks=False), f"{name}: is not a plain file")
            with open(entry.path, "rb") as content:
                yield name, content.read()


def parsed(text, what):
    """JSON without a key that stands twice in one object."""

    def once(pairs):
        require(len(pairs) == len({key for key, _ in pairs}), f"{what}: has a key twice")
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError) as malformed:
        raise Refused(f"{what}: is not JSON ({malformed})") from malformed


def at(tree, *path, kind=str, what="signature"):
    """The value at a path of keys; refused where it is missing or of another type."""
    for key in path:
        require(isinstance(tree, dict) and key in tree, f"{what}: lacks {'.'.join(path)}")
        tree = tree[key]
    require(type(tree) is kind, f"{what}: {'.'.join(path)} is not of type {kind.__name__}")
    return tree


def decoded(base64_text):
    try:
        return base64.b64decode(base64_text, validate=True)
    except binascii.Error as malformed:
        raise Refused(f"signature: is not base64 ({malformed})") from malformed


def payload_signed_by(signature, public_key):
    """The payload of the DSSE envelope, if the key signed it (8.1, 8.2)."""
    bundle = parsed(signature, "signature")
    require(at(bundle, "mediaType") == BUNDLE_TYPE, "signature: is not a Sigstore bundle of version 0.3")
    pem = public_key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    hint = at(bundle, "verificationMaterial", "publicKey", "hint")
    require(hint == sha256(pem), f"signature: was made with another key than the one given ({hint[:16]}…)")
    require(at(bundle, "dsseEnvelope", "payloadType") == PAYLOAD_TYPE, "signature: its payload is not of in-toto")
    payload = decoded(at(bundle, "dsseEnvelope", "payload"))
    signatures = at(bundle, "dsseEnvelope", "signatures", kind=list)
    require(len(signatures) == 1, f"signature: holds {len(signatures)} signatures instead of one")
    encoded = b"DSSEv1 %d %s %d %s" % (len(PAYLOAD_TYPE), PAYLOAD_TYPE.encode(), len(payload), payload)
    try:
        public_key.verify(decoded(at(signatures[0], "sig")), encoded, ec.ECDSA(CURVES[public_key.curve.name]()))
    except InvalidSignature:
        raise Refused("signature: does not fit the key; it or the list of files was changed") from None
    return payload


def resources_of(payload):
    """SHA-256 by name of the signed files, and the paths that the signer left out (8.3, 5.2)."""
    what = "signed statement"
    statement = parsed(payload, what)
    require(at(statement, "_type", what=what) == STATEMENT_TYPE, f"{what}: is not an in-toto statement of version 1")
    require(at(statement, "predicateType", what=what) == PREDICATE_TYPE, f"{what}: is not the signature of a model")
    how = at(statement, "predicate", "serialization", kind=dict, what=what)
    require(how.get("method") == "files" and how.get("hash_type") == "sha256", f"{what}: not by files and SHA-256")
    require(how.get("allow_symlinks") is False, f"{what}: lets links pass")
    ignored = how.get("ignore_paths", [])
    require(isinstance(ignored, list) and all(isinstance(p, str) for p in ignored), f"{what}: ignore_paths is no list")
    resources = at(statement, "predicate", "resources", kind=list, what=what)
    names = [at(resource, "name", what=what) for resource in resources]
    digests = [at(resource, "digest", what=what) for resource in resources]
    require(names and len(names) == len(set(names)), f"{what}: lists no file, or one twice")
    require(names == sorted(names), f"{what}: lists files out of order")
    require(all(is_plain(name) for name in names), f"{what}: lists a path that leads out of the folder")
    require(all(at(r, "algorithm", what=what) == "sha256" for r in resources), f"{what}: uses another hash")
    require(all(re.fullmatch("[0-9a-f]{64}", d) for d in digests), f"{what}: holds a hash that is none")
    subjects = at(statement, "subject", kind=list, what=what)
    require(len(subjects) == 1, f"{what}: has {len(subjects)} subjects instead of one")
    of_all = sha256(b"".join(map(bytes.fromhex, digests)))  # 6.5.1
    require(at(subjects[0], "digest", "sha256", what=what) == of_all, f"{what}: contradicts itself")
    return dict(zip(names, digests)), set(ignored)


def is_plain(name):
    return "\\" not in name and all(part not in ("", ".", "..") for part in name.split("/"))


def compare(signed, ignored, files):
    """Every difference between the signed files and those that are there (8.4)."""
    left_out = ignored | NOT_COVERED
    present = {
        name: content
        for name, content in files.items()
        if not any(name == path or name.startswith(path + "/") for path in left_out)
    }
    defects = [f"{name}: is listed in the signature but missing" for name in signed if name not in present]
    defects += [f"{name}: was not signed" for name in present if name not in signed]
    defects += [
        f"{name}: is not the file that was signed"
        for name, content in present.items()
        if name in signed and sha256(content) != signed[name]
    ]
    if defects:
        raise Refused(*sorted(defects))


def public_key(path):
    try:
        with open(path, "rb") as pem:
            key = serialization.load_pem_public_key(pem.read())
    except (ValueError, OSError) as unusable:
        raise Refused(f"{path}: is not a public key in PEM ({unusable})") from unusable
    is_ec = isinstance(key, ec.EllipticCurvePublicKey)
    require(is_ec and key.curve.name in CURVES, f"{path}: is not a key of the curves P-256, P-384 and P-521")
    return key


def verified(bundle, key, signature=None):
    """The names of the files if all of them are as signed; otherwise raises Refused."""
    files = files_of(bundle)
    inside = files.pop(SIGNATURE, None)
    if signature is not None:
        with open(signature, "rb") as content:
            inside = content.read()
    require(inside is not None, f"{bundle}: has no {SIGNATURE}: it is not signed")
    signed, ignored = resources_of(payload_signed_by(inside, key))
    compare(signed, ignored, files)
    return list(signed)


def main():
    options = argparse.ArgumentParser(description="Verifies an OpenSSF Model Signing 1.0 signature made with a key.")
    options.add_argument("bundle", help="file NAME.facies or folder")
    options.add_argument("--public-key", required=True, help="PEM file")
    options.add_argument("--signature", help="signature file (default: model.sig in the bundle)")
    given = options.parse_args()
    try:
        names = verified(given.bundle, public_key(given.public_key), given.signature)
    except Refused as refused:
        print("\n".join(refused.defects))
        return 1
    print(f"Good: the key signed these {len(names)} files and there are no others: {', '.join(names)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
