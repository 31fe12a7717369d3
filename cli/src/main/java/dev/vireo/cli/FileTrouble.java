package dev.vireo.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be had, in the words of the system and without the file's name. */
public final class FileTrouble {
  /** What Java adds to the system's words for links in a circle. */
  private static final String GUESS = " or unable to access attributes of symbolic link";

  private FileTrouble() {}

  /** The reason, such as {@code Permission denied}. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "No such file or directory";
      case AccessDeniedException e -> "Permission denied";
      case NotDirectoryException e -> "Not a directory";
      case FileAlreadyExistsException e -> "File exists";
      case FileSystemException e when e.getReason() != null -> e.getReason().replace(GUESS, "");
      default -> Failures.text(failure);
    };
  }
}
