package nepsong.engine;

import jakarta.servlet.http.HttpServletResponse;

/** Why a request is not let through. */
enum WebApiRefusal {
    ODD_PATH(HttpServletResponse.SC_BAD_REQUEST, "Đường dẫn không hợp lệ."),
    NOT_FOR_THE_ROLE(HttpServletResponse.SC_FORBIDDEN, "Thao tác này không được phép."),
    VALUES_OF_A_PROCESS(
            HttpServletResponse.SC_FORBIDDEN, "Dữ liệu nghiệp vụ của quy trình không dành cho quản trị viên."),
    EXPRESSION(HttpServletResponse.SC_FORBIDDEN, "Biểu thức không được phép trong yêu cầu."),
    TOO_LARGE(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "Dữ liệu gửi lên quá lớn."),
    TOO_MANY(HttpServletResponse.SC_BAD_REQUEST, "Yêu cầu có quá nhiều phần tử."),
    TOO_DEEP(HttpServletResponse.SC_BAD_REQUEST, "Dữ liệu JSON lồng nhau quá sâu."),
    NOT_JSON(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Dữ liệu phải ở dạng JSON."),
    BROKEN_JSON(HttpServletResponse.SC_BAD_REQUEST, "Dữ liệu JSON không hợp lệ.");

    final int status;
    final String reason;

    WebApiRefusal(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }
}
