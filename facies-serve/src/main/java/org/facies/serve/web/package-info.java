/**
 * The server of a reader study: one table of routes with their access, sessions, limits, and the content of each page.
 * Imports {@code store} and {@code web.view}; pictures and pages come through the interfaces
 * {@link org.facies.serve.store.PictureSource} and {@link org.facies.serve.web.view.Pages}. Start with
 * {@link org.facies.serve.web.RouteTable}.
 */
package org.facies.serve.web;
