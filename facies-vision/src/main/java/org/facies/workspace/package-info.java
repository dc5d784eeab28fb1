/**
 * The environment for work on photos: model zoo, caches, threads, clock ({@link org.facies.workspace.Workspace}), and
 * the face networks. Imports {@code align}, {@code detect}, {@code model} and core. Start with {@code Workspace}.
 */
package org.facies.workspace;
