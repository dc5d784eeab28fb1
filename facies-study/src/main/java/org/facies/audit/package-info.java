/**
 * What could make a study's figures better than they are: photos and persons on both sides of a fold, and shortcuts
 * from which the diagnosis can be told without the face. Imports core and vision. Start with
 * {@link org.facies.audit.CohortAudit}.
 */
package org.facies.audit;
