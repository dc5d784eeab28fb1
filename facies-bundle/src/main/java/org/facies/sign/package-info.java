/**
 * Signatures of bundles after OpenSSF Model Signing 1.0, with keys of the curve P-256 (ECDSA). {@code PemKeys} reads
 * keys, {@code ModelSignature} signs and verifies, and {@code TrustedKeys} stores the keys that a site trusts. Imports
 * {@code org.facies.input} and {@code file}. Start with {@code ModelSignature}.
 */
package org.facies.sign;
