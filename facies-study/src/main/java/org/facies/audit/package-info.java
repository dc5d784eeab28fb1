/**
 * Checks a cohort for data leakage (photos and persons in both training and test) and confounding (cues other than the
 * face that predict the diagnosis). Imports core and vision. Start with
 * {@link org.facies.audit.CohortAudit}.
 */
package org.facies.audit;
