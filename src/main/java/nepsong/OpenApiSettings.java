package nepsong;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/docs} says of itself. */
@Configuration
class OpenApiSettings {

    private static final String LOGIN = "login";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Nếp Sống – giao diện cho chương trình")
                                .version("1")
                                .description(
                                        """
                                        Tiến độ, kết quả và các phép tính của kỳ kiểm tra việc thực hiện hai Bộ Quy tắc ứng xử.
                                        JSON, UTF-8, ngày giờ theo ISO 8601; lỗi theo RFC 9457 (application/problem+json).
                                        Đăng nhập bằng HTTP Basic; mỗi đường dẫn mở cho những vai trò nhất định."""))
                .components(new Components()
                        .addSecuritySchemes(
                                LOGIN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }
}
