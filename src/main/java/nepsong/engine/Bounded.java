package nepsong.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A call that asks for a list without saying how long: it gets the longest that the engine gives, and no refusal. */
final class Bounded extends HttpServletRequestWrapper {

    private static final String BOUND = "maxResults=" + EngineSettings.MOST_ROWS_OF_A_QUERY;

    Bounded(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getQueryString() {
        String asked = super.getQueryString();
        if (getParameter("maxResults") != null) {
            return asked;
        }
        return asked == null || asked.isEmpty() ? BOUND : asked + "&" + BOUND;
    }
}
