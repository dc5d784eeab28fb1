/**
 * A reader study without a server: one HTML file for each reader, which contains the encrypted pictures and saves
 * encrypted answers. {@code PackMaker} writes the files; {@code PackMerge} imports the answers. Imports {@code page},
 * {@code store}, {@code web.view}, {@code reading}, {@code schema}, {@code file} and {@code input}. Start with
 * {@link org.facies.serve.pack.PackMaker}.
 */
package org.facies.serve.pack;
