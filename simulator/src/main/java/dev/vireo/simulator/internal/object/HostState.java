package dev.vireo.simulator.internal.object;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Guards everything that can change on a simulated host, and counts the changes.
 *
 * <p>All mutable state of managed objects is read under {@link #read} and changed under {@link
 * #write}; so one answer shows one moment. Every change advances {@link #version()}, and the object
 * remembers the version of its last change: a property filter finds what is new by comparing
 * numbers, also among ten thousand machines. {@link #awaitBeyond} sleeps until something changes.
 */
public final class HostState {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ReentrantLock versionLock = new ReentrantLock();
  private final Condition advanced = versionLock.newCondition();
  private final AtomicLong version = new AtomicLong();
  private volatile long structureVersion;

  /** Runs with a steady view of all state. */
  public <T extends @org.jspecify.annotations.Nullable Object> T read(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Runs alone, so that it may change state. */
  public <T extends @org.jspecify.annotations.Nullable Object> T write(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Runs alone, so that it may change state. */
  public void write(Runnable action) {
    lock.writeLock().lock();
    try {
      action.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Notes that property values of an object changed; only under {@link #write}. */
  public void changed(ManagedObject object) {
    object.markChanged(advance());
  }

  /** Notes that an object now refers to other objects; only under {@link #write}. */
  public void restructured(ManagedObject object) {
    changed(object);
    structureVersion = version.get();
  }

  /** Number of changes so far. */
  public long version() {
    return version.get();
  }

  /** {@link #version()} of the last change that concerns references between objects. */
  public long structureVersion() {
    return structureVersion;
  }

  /** Wakes those who wait although no object changed, because what they wait with did. */
  public void wake() {
    advance();
  }

  private long advance() {
    versionLock.lock();
    try {
      advanced.signalAll();
      return version.incrementAndGet();
    } finally {
      versionLock.unlock();
    }
  }

  /**
   * Waits until the number of changes is greater than a given one.
   *
   * @param seen the number already seen
   * @param nanos the longest wait
   * @return the time left, zero or less when it ran out
   */
  public long awaitBeyond(long seen, long nanos) throws InterruptedException {
    versionLock.lockInterruptibly();
    try {
      long left = nanos;
      while (version.get() <= seen && left > 0) {
        left = advanced.awaitNanos(left);
      }
      return left;
    } finally {
      versionLock.unlock();
    }
  }

  /** The longest wait that makes sense: for clients that give no limit. */
  public static long unlimited() {
    return TimeUnit.DAYS.toNanos(365);
  }
}
