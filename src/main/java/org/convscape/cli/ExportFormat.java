package org.convscape.cli;

/** What a network can be exported to. */
enum ExportFormat {
    ONNX
}
