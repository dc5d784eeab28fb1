/** Where long work tells how far it is. Imports nothing. Start with {@code Progress}. */
package org.facies.progress;
