package nepsong.catalogue;

import java.util.List;

/** The published versions. */
public interface Checklists {

    /** @throws java.util.NoSuchElementException where no such version was published */
    Checklist version(int version);

    /** Newest first. */
    List<Checklist> published();
}
