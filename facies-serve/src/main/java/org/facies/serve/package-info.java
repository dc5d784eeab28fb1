/**
 * Facies in the browser, currently for reader studies. Its packages are {@code web} (the server, its routes and access
 * rights), {@code store} (stored data), {@code page} (pages and their texts), {@code picture} (pictures of children),
 * {@code advice} (answers of a model) and {@code pack} (a study as one file, without a server).
 */
package org.facies.serve;
