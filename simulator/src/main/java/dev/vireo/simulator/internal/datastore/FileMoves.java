package dev.vireo.simulator.internal.datastore;

import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.files.Upload;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.MachineFaults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.vmx.DatastorePath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * What is done with files and directories of datastores, with the faults of {@code FileManager}.
 * All methods under write.
 */
public final class FileMoves {

  /**
   * A place on a datastore, be there something or not.
   *
   * @param datastore the datastore
   * @param path the place, normalized
   */
  public record Place(Datastore datastore, DatastorePath path) {

    FileStore files() {
      return datastore.files();
    }

    String inside() {
      return path.path();
    }

    boolean isFile() {
      return files().get(inside()) != null;
    }

    boolean exists() {
      return isFile() || files().isDirectory(inside());
    }

    /** The place as faults name it. */
    @Override
    public String toString() {
      return path.toString();
    }
  }

  private FileMoves() {}

  /**
   * Makes a directory.
   *
   * @param parents whether those that it lies in are made, too
   * @throws RaisedFault {@code FileAlreadyExists} or {@code FileNotFound}
   */
  public static void makeDirectory(Place place, boolean parents) {
    if (place.exists()) {
      throw MachineFaults.fileExists(place.toString());
    }
    checkParent(place, parents);
    place.files().makeDirectory(place.inside());
  }

  private static void checkParent(Place place, boolean made) {
    String parent = place.path().directory();
    if (!made && !place.files().isDirectory(parent)) {
      throw Faults.fileNotFound(new DatastorePath(place.path().datastore(), parent).toString());
    }
    for (String each = parent; !each.isEmpty(); each = above(each)) {
      if (place.files().get(each) != null) {
        throw MachineFaults.cannotAccess(place.toString());
      }
    }
  }

  private static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /**
   * Deletes a file, or a directory with all that is in it.
   *
   * @throws RaisedFault {@code FileNotFound}; {@code CannotAccessFile} for the datastore itself
   */
  public static void delete(Place place) {
    if (place.inside().isEmpty()) {
      throw MachineFaults.cannotAccess(place.toString());
    }
    if (!place.files().remove(place.inside()) && !place.files().removeDirectory(place.inside())) {
      throw Faults.fileNotFound(place.toString());
    }
  }

  /**
   * Gives a file, or a directory with all that is in it, another place.
   *
   * @param force whether a file there is replaced
   * @throws RaisedFault {@code FileNotFound}, {@code FileAlreadyExists}, {@code NoDiskSpace}
   */
  public static void move(Place from, Place to, boolean force) {
    checkPair(from, to, force);
    if (from.datastore().equals(to.datastore())) {
      if (to.isFile()) {
        to.files().remove(to.inside());
      }
      from.files().move(from.inside(), to.inside());
      return;
    }
    if (!from.isFile()) {
      throw Faults.notSupported();
    }
    FileContent content = content(from);
    long allocated = from.files().allocated(from.inside());
    requireSpace(to, allocated);
    FileContent held = from.files().release(from.inside());
    to.files().put(to.inside(), held == null ? content : held, allocated);
  }

  private static void checkPair(Place from, Place to, boolean force) {
    if (!from.exists() || from.inside().isEmpty()) {
      throw Faults.fileNotFound(from.toString());
    }
    boolean within = (to.inside() + "/").startsWith(from.inside() + "/");
    boolean same = from.datastore().equals(to.datastore()) && within;
    if (same && !from.isFile() && !to.inside().equals(from.inside())) {
      throw MachineFaults.cannotAccess(to.toString());
    }
    if (to.exists() && (!force || !to.isFile() || same)) {
      throw MachineFaults.fileExists(to.toString());
    }
    checkParent(to, false);
  }

  private static FileContent content(Place place) {
    FileContent content = place.files().get(place.inside());
    if (content == null) {
      throw Faults.fileNotFound(place.toString());
    }
    return content;
  }

  private static void requireSpace(Place to, long bytes) {
    if (bytes > to.files().free() + to.files().allocated(to.inside())) {
      throw MachineFaults.noSpace(to.toString(), to.datastore().name());
    }
  }

  /**
   * Copies a file. Directories are not copied, as the products have it.
   *
   * @param force whether a file there is replaced
   * @param space where copies lie
   * @throws RaisedFault {@code FileNotFound}, {@code FileAlreadyExists}, {@code NoDiskSpace}
   */
  public static void copy(Place from, Place to, boolean force, UploadSpace space, Instant now) {
    checkPair(from, to, force);
    if (!from.isFile()) {
      throw Faults.notSupported();
    }
    FileContent content = content(from);
    long allocated = from.files().allocated(from.inside());
    requireSpace(to, allocated);
    if (content instanceof FileContent.Zeros zeros) {
      to.files().put(to.inside(), new FileContent.Zeros(zeros.size(), now), allocated);
      return;
    }
    FileContent copied = copied(content, space, now, to);
    if (!to.files().store(to.inside(), copied)) {
      copied.discard();
      throw MachineFaults.noSpace(to.toString(), to.datastore().name());
    }
  }

  private static FileContent copied(FileContent content, UploadSpace space, Instant now, Place to) {
    try (Upload upload = space.upload();
        InputStream in = content.open(0)) {
      in.transferTo(upload);
      return upload.finish(now);
    } catch (IOException e) {
      throw MachineFaults.cannotAccess(to.toString());
    }
  }
}
