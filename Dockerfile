# syntax=docker/dockerfile:1

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
# The folder of the image, not one file: nothing has to be unpacked when it starts, and it runs from a read-only file system.
RUN case "${TARGETARCH:-amd64}" in amd64) rid=linux-x64 ;; arm64) rid=linux-arm64 ;; *) echo "no build for $TARGETARCH" >&2; exit 1 ;; esac \
 && dotnet publish src/Daybook/Daybook.csproj -c Release -r "$rid" --self-contained -o /app -p:DebugType=none -p:PublishDocumentationFiles=false \
 && mkdir -p /state/data

# No shell, no package manager, no root.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /source/LICENSE /licenses/LICENSE
COPY --from=build /app /app
COPY --from=build --chown=1654:1654 /state/data /data
USER 1654:1654
ENV DAYBOOK_Urls=http://0.0.0.0:8420 \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8420
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s --retries=3 CMD ["/app/daybook", "health"]
ENTRYPOINT ["/app/daybook"]
CMD ["serve", "--data", "/data"]
