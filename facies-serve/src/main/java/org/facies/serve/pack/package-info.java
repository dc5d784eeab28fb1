/**
 * A reader study without a server: one HTML file for each reader, which holds the pictures encrypted and saves the
 * answers encrypted. {@code PackMaker} writes the files, {@code PackMerge} takes the answers back. Imports {@code
 * page}, {@code store}, {@code web.view}, {@code reading}, {@code schema}, {@code file} and {@code input}. Start with
 * {@link org.facies.serve.pack.PackMaker}.
 */
package org.facies.serve.pack;
