import ts from 'typescript';

/** What a module takes from another one by name. */
export interface NamedImport {
  /** As it is written: `../../build/app.js`. */
  readonly module: string;
  /** `default` for a default import; none where only the module is named. */
  readonly names: readonly string[];
}

/** All that a module imports or exports again from modules of this project, that is by a relative path. */
export function importsIn(source: string): readonly NamedImport[] {
  return statementsOf(source).flatMap((statement): readonly NamedImport[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: module } = statement;
    if (module === undefined || !ts.isStringLiteral(module) || !module.text.startsWith('.')) return [];
    const names = ts.isImportDeclaration(statement)
      ? namesImported(statement.importClause)
      : elementsOf(statement.exportClause).map(({ name, propertyName }) => (propertyName ?? name).text);
    return [{ module: module.text, names }];
  });
}

/**
 * The names under which a module in TypeScript or JavaScript exports something that is there when it runs: no types. A name
 * that stands in a pattern (`export const { a } = …`) or comes by `export *` is not found.
 */
export function valuesExportedBy(source: string): ReadonlySet<string> {
  return new Set(
    statementsOf(source).flatMap((statement) => {
      if (ts.isExportDeclaration(statement))
        return statement.isTypeOnly
          ? []
          : elementsOf(statement.exportClause).flatMap((one) => (one.isTypeOnly ? [] : [one.name.text]));
      if (ts.isExportAssignment(statement)) return ['default'];
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
      const has = (kind: ts.SyntaxKind): boolean => modifiers.some((modifier) => modifier.kind === kind);
      if (!has(ts.SyntaxKind.ExportKeyword)) return [];
      return has(ts.SyntaxKind.DefaultKeyword) ? ['default'] : namesDeclared(statement);
    }),
  );
}

function statementsOf(source: string): readonly ts.Statement[] {
  return ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest).statements;
}

function elementsOf(clause: ts.NamedExportBindings | undefined): readonly ts.ExportSpecifier[] {
  return clause !== undefined && ts.isNamedExports(clause) ? clause.elements : [];
}

function namesImported(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  return [
    ...(clause?.name === undefined ? [] : ['default']),
    ...(bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
      : []),
  ];
}

function namesDeclared(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const isValue =
    ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
  return isValue && statement.name !== undefined ? [statement.name.text] : [];
}
