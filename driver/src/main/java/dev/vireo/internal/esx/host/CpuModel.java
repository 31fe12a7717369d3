package dev.vireo.internal.esx.host;

/** The name of a CPU in the short form that libvirt shows. */
public final class CpuModel {

  private static final int MAX_LENGTH = 31;

  private CpuModel() {}

  /** Leaves out trade mark signs and repeated blanks, and cuts at libvirt's 31 characters. */
  public static String shorten(String model) {
    String shortened =
        model.replaceAll(" +(?= )", "").replace("(R)", "").replace("(C)", "").replace("(TM)", "");
    return shortened.length() <= MAX_LENGTH ? shortened : shortened.substring(0, MAX_LENGTH);
  }
}
