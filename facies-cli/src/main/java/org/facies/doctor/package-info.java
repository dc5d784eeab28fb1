/**
 * Checks what works on this machine. Calls the libraries of vision and learn, starts {@code npm} and
 * {@code nvidia-smi}, and changes nothing. Start with {@link org.facies.doctor.Doctor}.
 */
package org.facies.doctor;
