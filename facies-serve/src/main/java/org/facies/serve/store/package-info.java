/**
 * The stored data of a reader study: one SQLite file in its data folder. Imports {@code reading}, {@code schema},
 * {@code file} and {@code input}. Other packages use {@link org.facies.serve.store.ReadingStore}; start there.
 */
package org.facies.serve.store;
