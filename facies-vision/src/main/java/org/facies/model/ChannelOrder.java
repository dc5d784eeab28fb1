package org.facies.model;

/** The order in which a network expects the colours of a picture. */
public enum ChannelOrder {
    RGB,
    /** As OpenCV reads pictures. */
    BGR
}
