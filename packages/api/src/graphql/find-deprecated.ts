/** Which deprecated parts of the schema an operation uses: in its text and in its variables. */
import {
  TypeInfo,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export interface Deprecation {
  /** "Query.briefings(topic:)", "Type.field", "Input.field", "Enum.VALUE". */
  coordinate: string;
  /** What to use instead. */
  reason: string;
}

type Report = (coordinate: string, reason: string | null | undefined) => void;

export function findDeprecatedInText(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Deprecation[] {
  return collect((report) => {
    const types = new TypeInfo(schema);
    const field = () => `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
    const visitor = visitWithTypeInfo(types, {
      OperationDefinition: (node) => (node === operation ? undefined : false),
      Field() {
        report(field(), types.getFieldDef()?.deprecationReason);
      },
      Argument({ name }) {
        const owner = types.getDirective();
        const of = owner ? `@${owner.name}` : field();
        report(`${of}(${name.value}:)`, types.getArgument()?.deprecationReason);
      },
      ObjectField({ name }) {
        const parent = getNamedType(types.getParentInputType());
        if (!isInputObjectType(parent)) return;
        report(`${parent.name}.${name.value}`, parent.getFields()[name.value]?.deprecationReason);
      },
      EnumValue({ value }) {
        const type = getNamedType(types.getInputType());
        if (isEnumType(type)) report(`${type.name}.${value}`, type.getValue(value)?.deprecationReason);
      },
    });
    visit(document, visitor);
  });
}

const takes = new WeakMap<GraphQLSchema, boolean>();

/** Whether any value that a client can send is deprecated: else its variables need not be looked through. */
export function takesDeprecated(schema: GraphQLSchema): boolean {
  let answer = takes.get(schema);
  if (answer === undefined) {
    answer = Object.values(schema.getTypeMap()).some((type) => {
      if (isInputObjectType(type)) return Object.values(type.getFields()).some(isDeprecated);
      return isEnumType(type) && type.getValues().some(isDeprecated);
    });
    takes.set(schema, answer);
  }
  return answer;
}

function isDeprecated({ deprecationReason }: { deprecationReason?: string | null | undefined }): boolean {
  return deprecationReason !== null && deprecationReason !== undefined;
}

export function findDeprecatedInVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Deprecation[] {
  return collect((report) => {
    for (const { variable, type: node } of operation.variableDefinitions ?? []) {
      const type = typeFromAST(schema, node);
      if (isInputType(type)) reportValue(type, variables[variable.name.value], report);
    }
  });
}

function reportValue(wrapped: GraphQLInputType, value: unknown, report: Report): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) reportValue(wrapped, item, report);
    return;
  }
  const type = getNamedType(wrapped);
  if (isEnumType(type) && typeof value === 'string') {
    report(`${type.name}.${value}`, type.getValue(value)?.deprecationReason);
  }
  if (!isInputObjectType(type) || typeof value !== 'object') return;
  const fields = type.getFields();
  for (const [name, part] of Object.entries(value)) {
    const field = fields[name];
    if (field === undefined) continue;
    report(`${type.name}.${name}`, field.deprecationReason);
    reportValue(field.type, part, report);
  }
}

/** Each once, in the order of the operation. */
function collect(find: (report: Report) => void): Deprecation[] {
  const found = new Map<string, Deprecation>();
  find((coordinate, reason) => {
    if (reason !== null && reason !== undefined) found.set(coordinate, { coordinate, reason });
  });
  return [...found.values()];
}
