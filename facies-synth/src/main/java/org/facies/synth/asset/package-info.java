/**
 * The sculpted head that portraits are drawn from: fetched as an npm package, pinned, cut down to head, neck and
 * shoulders, and kept as one file beside the models. Imports {@code mesh}, {@code image}, {@code model}, {@code file}.
 * Start with {@link org.facies.synth.asset.AssetStore}.
 */
package org.facies.synth.asset;
