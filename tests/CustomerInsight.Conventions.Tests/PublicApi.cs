using System.Reflection;
using System.Text;

namespace CustomerInsight.Conventions.Tests;

/// <summary>Writes down all that callers of a library can use, in one order.</summary>
internal static class PublicApi
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new[]
    {
        (typeof(bool), "bool"), (typeof(int), "int"), (typeof(long), "long"), (typeof(ulong), "ulong"), (typeof(double), "double"), (typeof(decimal), "decimal"),
        (typeof(char), "char"), (typeof(byte), "byte"), (typeof(string), "string"), (typeof(object), "object"), (typeof(void), "void"),
    }.ToDictionary(static pair => pair.Item1, static pair => pair.Item2);

    public static string Of(Assembly library)
    {
        var text = new StringBuilder();
        foreach (Type type in library.GetExportedTypes().Where(static type => !Library.IsCompilerMade(type)).OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? type.IsRecord() ? "record struct" : "struct"
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty) + (type.IsRecord() ? "record" : "class");

    private static string Bases(Type type)
    {
        if (type.IsEnum || typeof(Delegate).IsAssignableFrom(type))
        {
            return string.Empty;
        }

        IEnumerable<string> interfaces = type.GetInterfaces().Where(static contract => contract.IsPublic).Select(Name).Order(StringComparer.Ordinal);
        string[] bases = [.. type.BaseType is { } above && above != typeof(object) && above != typeof(ValueType) ? [Name(above)] : Array.Empty<string>(), .. interfaces];
        return bases.Length == 0 ? string.Empty : " : " + string.Join(", ", bases);
    }

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetFields(Library.Declared).Where(static field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName)
            .Select(static field => field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {Literal(field.GetRawConstantValue())}" : $"field {Name(field.FieldType)} {field.Name}"),
        .. type.GetProperties(Library.Declared).Where(static property => property.GetMethod is { IsPublic: true } or { IsFamily: true }).Where(static property => property.Name != "EqualityContract").Select(Property),
        .. type.VisibleMethods().Where(static method => !method.IsSpecialName || method.IsConstructor || method.Name.StartsWith("op_", StringComparison.Ordinal)).Select(Method),
    ];

    private static string Property(PropertyInfo property)
    {
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Parameters(parameters)}]" : string.Empty;
        string set = property.SetMethod is not { IsPublic: true } ? string.Empty : property.IsInitOnly() ? " init;" : " set;";
        return $"{(property.GetMethod!.IsStatic ? "static " : string.Empty)}{Name(property.PropertyType, Nullability.Create(property))} {property.Name}{index} {{ get;{set} }}";
    }

    private static string Method(MethodBase method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;
        string result = method is MethodInfo made ? $"{(method.IsStatic ? "static " : string.Empty)}{Name(made.ReturnType, Nullability.Create(made.ReturnParameter))} {method.Name}" : "new";
        return $"{(method.IsPublic ? string.Empty : "protected ")}{result}{generic}({Parameters(method.GetParameters())})";
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(static parameter =>
        $"{Name(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : string.Empty)}"));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Name(Type type) => Name(type, null);

    private static string Name(Type type, NullabilityInfo? info)
    {
        // Reflection calls every unconstrained T nullable; the mark says something only where T is a class.
        bool canBeMarked = type.IsGenericParameter ? type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) : !type.IsValueType;
        string mark = canBeMarked && info is { ReadState: NullabilityState.Nullable } ? "?" : string.Empty;
        if (type.HasElementType)
        {
            return Name(type.GetElementType()!, info?.ElementType) + (type.IsArray ? "[]" : "&") + mark;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        string name = type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        Type[] arguments = type.GetGenericArguments();
        return arguments.Length == 0
            ? Keywords.GetValueOrDefault(type, name) + mark
            : $"{name.Split('`')[0]}<{string.Join(", ", arguments.Select((argument, i) => Name(argument, info?.GenericTypeArguments.ElementAtOrDefault(i))))}>{mark}";
    }
}
