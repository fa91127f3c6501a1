# Yinju as a container: see README.md, "Run it as a service".
# What changes seldom comes first, so that a change of the source builds neither packages nor the native module anew.

# The packages that the program runs with. The native module is compiled here, and no compiler reaches the image.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --engine-strict
# The headers of Node come with its image: nothing is downloaded for it.
RUN npm rebuild hnswlib-node --nodedir=/usr/local

# The program, compiled and put together; what does that stays in this stage.
FROM node:20-bookworm-slim AS program
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json bundle.js ./
COPY src src
RUN npm run build

FROM node:20-bookworm-slim
WORKDIR /app
# What the bot writes lies in one volume: its database, the library of added texts, the index, downloaded encoders.
ENV NODE_ENV=production \
    DATABASE_FILE=/var/lib/yinju/yinju.sqlite \
    LIBRARY_DIR=/var/lib/yinju/library \
    INDEX_DIR=/var/lib/yinju/index \
    MODEL_CACHE_DIR=/var/lib/yinju/models \
    OPERATIONS_PORT=9464
RUN mkdir -p /var/lib/yinju && chown node:node /var/lib/yinju
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY embeddings/models embeddings/models
COPY data data
COPY --from=program /app/dist dist
USER node
# A new volume begins with this index, so that the first start builds nothing.
RUN node dist/main.js index
VOLUME ["/var/lib/yinju"]
EXPOSE 9464
STOPSIGNAL SIGTERM
# The start may build an index anew, of other documents or a newer version; the port answers meanwhile.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.OPERATIONS_PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Young objects are held to 4 MB, as `npm start` does it: see DESIGN.md, "Measured".
ENTRYPOINT ["node", "--max-semi-space-size=4", "dist/main.js"]
CMD ["start"]
