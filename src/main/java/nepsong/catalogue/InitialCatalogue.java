package nepsong.catalogue;

import java.io.IOException;
import nepsong.organisation.Blocs;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.LoadUnits;
import nepsong.organisation.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Fills empty tables from the files of the application, before the web server and the job executor begin. What an
 * administrator has loaded since is never overwritten.
 */
@Component
class InitialCatalogue implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(InitialCatalogue.class);
    private static final String LOADED_BY = "system";

    private final Units units;
    private final Blocs blocs;
    private final Checklists checklists;
    private final Themes themes;
    private final LoadUnits loadUnits;
    private final LoadBlocs loadBlocs;
    private final LoadChecklist loadChecklist;
    private final LoadThemes loadThemes;

    InitialCatalogue(
            Units units,
            Blocs blocs,
            Checklists checklists,
            Themes themes,
            LoadUnits loadUnits,
            LoadBlocs loadBlocs,
            LoadChecklist loadChecklist,
            LoadThemes loadThemes) {
        this.units = units;
        this.blocs = blocs;
        this.checklists = checklists;
        this.themes = themes;
        this.loadUnits = loadUnits;
        this.loadBlocs = loadBlocs;
        this.loadChecklist = loadChecklist;
        this.loadThemes = loadThemes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            fill();
        } catch (DuplicateKeyException another) {
            LOG.info("another node loaded the catalogue in this moment; continuing with its rows");
            fill();
        }
    }

    private void fill() {
        // The successors of 2023's units are units of 2025, so these come first. Units are never removed: one stands
        // for its file.
        if (units.find("p-hoan-kiem").isEmpty()) {
            require("units-2025.csv", loadUnits.load(bytes("units-2025.csv")));
        }
        if (units.find("q-ba-dinh").isEmpty()) {
            require("units-2023.csv", loadUnits.load(bytes("units-2023.csv")));
        }
        if (blocs.loadedAt().isEmpty()) {
            require("blocs.csv", loadBlocs.load(bytes("blocs.csv")));
        }
        if (checklists.published().isEmpty()) {
            require(
                    "criteria.csv",
                    loadChecklist.load("Bộ tiêu chí hai Quy tắc ứng xử", bytes("criteria.csv"), LOADED_BY));
        }
        if (themes.newestVersion() == 0) {
            require("themes.csv", loadThemes.load(bytes("themes.csv"), LOADED_BY));
        }
    }

    private static void require(String name, LoadOutcome outcome) {
        if (outcome.wasRefused()) {
            throw new IllegalStateException("catalogue/" + name + " was refused: " + outcome.errors());
        }
        LOG.info("loaded {} rows of catalogue/{}", outcome.rows(), name);
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("catalogue/" + name).getContentAsByteArray();
        } catch (IOException missing) {
            throw new IllegalStateException("catalogue/" + name + " cannot be read", missing);
        }
    }
}
