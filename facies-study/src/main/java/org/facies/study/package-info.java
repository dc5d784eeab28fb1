/**
 * A study: settings ({@link org.facies.result.settings.StudySettings}) in, a run directory ({@link
 * org.facies.run.RunDirectory}) out, one trial per model and fold, where every step can resume. A trial is a value,
 * {@link org.facies.study.TrialUnit}, which another machine can run too. May import everything below the application.
 * Start
 * with {@link org.facies.study.StudyRunner}.
 */
package org.facies.study;
