/**
 * A study: settings ({@link org.facies.result.settings.StudySettings}) in, a run directory ({@link
 * org.facies.run.RunDirectory}) out, one trial per model and fold, every step resumable. A trial is a value, {@link
 * org.facies.study.TrialUnit}, that another machine can run too. May import everything below the application. Start
 * with {@link org.facies.study.StudyRunner}.
 */
package org.facies.study;
