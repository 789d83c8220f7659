package nepsong.catalogue;

import static org.mockito.Mockito.mock;

import nepsong.audit.AuditTrail;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.LoadUnits;

/** Loading with loaders that a test brings along. */
public final class CatalogueFiles {

    private CatalogueFiles() {}

    public static LoadCatalogue loading(
            LoadChecklist checklist, LoadThemes themes, LoadUnits units, LoadBlocs blocs, LoadPeople people) {
        return new LoadCatalogue(checklist, themes, units, blocs, people, mock(AuditTrail.class));
    }
}
