/**
 * Facies in the browser: a reader study now. Holds no page and no table of its own; its rooms are {@code web} (the
 * server, its routes and who may use them), {@code store} (what is kept), {@code page} (what people see), {@code
 * picture} (what is shown of a child), {@code advice} (what a model says of a child) and {@code pack} (the study as one
 * file without a server).
 */
package org.facies.serve;
