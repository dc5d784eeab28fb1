/**
 * The base head that portraits are drawn from. It comes from a pinned npm package, is cut down to head, neck and
 * shoulders, and is stored as one file next to the models. Imports {@code mesh}, {@code image}, {@code model}, {@code
 * file}. Start with {@link org.facies.synth.asset.AssetStore}.
 */
package org.facies.synth.asset;
