package org.convscape.weights.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * What the HDF5 library sees of a file: a part of it, to be read and nothing else, and not without end. A file whose
 * structure goes in circles would keep the library reading for ever; here it runs out of what it may read.
 */
final class Hdf5Channel extends FileChannel {
    private static final long FEWEST_READS = 100_000;
    private static final long LEAST_BYTES = 1L << 26;

    /** The library asked for more than any sound file needs. */
    static final class Exhausted extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final FileBytes file;
    private final long begin;
    private final long size;
    private long readsLeft;
    private long bytesLeft;
    private long position;

    Hdf5Channel(FileBytes file, long begin, long size) {
        this.file = file;
        this.begin = begin;
        this.size = size;
        grant();
    }

    /** Allows what one task may take: reading the structure, or one array. */
    synchronized void grant() {
        readsLeft = FEWEST_READS + size / 32;
        bytesLeft = LEAST_BYTES + 8 * size;
    }

    @Override
    public synchronized int read(ByteBuffer into, long at) throws IOException {
        if (at < 0) {
            throw new IOException("before the beginning");
        }
        if (at >= size) {
            return -1;
        }
        int count = (int) Math.min(into.remaining(), size - at);
        readsLeft--;
        bytesLeft -= count;
        if (readsLeft < 0 || bytesLeft < 0) {
            throw new Exhausted();
        }
        int limit = into.limit();
        into.limit(into.position() + count);
        file.fill(begin + at, into);
        into.limit(limit);
        return count;
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public synchronized long position() {
        return position;
    }

    @Override
    public synchronized FileChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    /** The library reads instead, which a file that is cut off meanwhile does not bring down. */
    @Override
    public MappedByteBuffer map(MapMode mode, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void force(boolean metaData) {
        // Nothing is ever written.
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long at, long count, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long at, long count, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseChannel() {
        // The file is closed by whoever opened it.
    }
}
