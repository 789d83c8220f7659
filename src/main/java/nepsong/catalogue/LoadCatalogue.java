package nepsong.catalogue;

import java.util.List;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.LoadUnits;
import org.springframework.stereotype.Component;

/** An administrator loads a file: it is taken over whole or not at all, and the audit trail says which. */
@Component
public class LoadCatalogue {

    private final LoadChecklist checklist;
    private final LoadThemes themes;
    private final LoadUnits units;
    private final LoadBlocs blocs;
    private final LoadPeople people;
    private final AuditTrail trail;

    LoadCatalogue(
            LoadChecklist checklist,
            LoadThemes themes,
            LoadUnits units,
            LoadBlocs blocs,
            LoadPeople people,
            AuditTrail trail) {
        this.checklist = checklist;
        this.themes = themes;
        this.units = units;
        this.blocs = blocs;
        this.people = people;
        this.trail = trail;
    }

    /**
     * @param title   of the version, where the file has one
     * @param content empty where no file was chosen
     * @param by      id of the person who loads it
     * @return of people also the passwords of the logins that were made, told this once
     */
    public LoadPeople.Loaded load(CatalogueFile file, String title, byte[] content, String by) {
        LoadPeople.Loaded loaded = content.length == 0 ? missing() : take(file, title, content, by);
        LoadOutcome outcome = loaded.outcome();
        AuditEvent event = AuditEvent.of("catalogue.loaded").about(file.code());
        if (outcome.wasRefused()) {
            trail.refused(event.because("Tệp có " + outcome.errors().size() + " lỗi"));
        } else {
            trail.record(event.changed(Map.of(), Map.of("version", outcome.version(), "rows", outcome.rows())));
        }
        return loaded;
    }

    private LoadPeople.Loaded take(CatalogueFile file, String title, byte[] content, String by) {
        return switch (file) {
            case UNITS -> plain(units.load(content));
            case BLOCS -> plain(blocs.load(content));
            case PEOPLE -> people.load(content);
            case CHECKLISTS -> plain(checklist.load(title, content, by));
            case THEMES -> plain(themes.load(content, by));
        };
    }

    private static LoadPeople.Loaded missing() {
        return plain(LoadOutcome.refused(List.of(new FileError(0, "file", "Chưa chọn tệp CSV."))));
    }

    private static LoadPeople.Loaded plain(LoadOutcome outcome) {
        return new LoadPeople.Loaded(outcome, Map.of());
    }
}
