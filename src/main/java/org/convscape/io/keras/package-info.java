/**
 * Models of Keras read as graphs of ours with their weights: Sequential and Functional ones of {@code .h5},
 * {@code .hdf5} and {@code .keras} files. What cannot be an operation of ours is listed with its place. May use graphs,
 * operations, the reader of weight files and the failures of files; runs nothing that a file says.
 */
package org.convscape.io.keras;
