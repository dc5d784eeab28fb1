/**
 * The command {@code facies predict}: finds the children to answer about and writes the answers. Loads neither libtorch
 * nor the model folder. Imports {@code bundle}, {@code decision}, {@code result}, {@code report}, {@code cohort}, and
 * of the command line {@code option}, {@code table} and {@code terminal}. Start with
 * {@link org.facies.cli.predict.PredictCommand}.
 */
package org.facies.cli.predict;
