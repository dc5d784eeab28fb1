/**
 * The server of a reader study: one table of routes with who may use each, sessions, limits, and what each page is
 * filled with. Imports {@code store} and {@code web.view}; pictures and pages come through the interfaces {@link
 * org.facies.serve.store.PictureSource} and {@link org.facies.serve.web.view.Pages}. Start with {@link
 * org.facies.serve.web.RouteTable}.
 */
package org.facies.serve.web;
