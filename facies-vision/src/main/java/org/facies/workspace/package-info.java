/**
 * What work on photos is done with: model zoo, caches, threads, clock ({@link org.facies.workspace.Workspace}), and the
 * networks that find faces. Imports {@code align}, {@code detect}, {@code model} and core. Start with
 * {@code Workspace}.
 */
package org.facies.workspace;
