package io.cloudcruise.benchmarks;

/**
 * The heap of a process that downloaded.
 *
 * @param idle bytes in use with nothing under way
 * @param most bytes that can be in use, garbage included
 */
record DownloadHeapFigures(long idle, long most) {
  double mebibytesAboveIdle() {
    return (most - idle) / (double) (1 << 20);
  }
}
