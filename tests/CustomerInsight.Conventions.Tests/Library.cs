using System.Reflection;
using System.Runtime.CompilerServices;

namespace CustomerInsight.Conventions.Tests;

/// <summary>The libraries as reflection sees them.</summary>
internal static class Library
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static readonly string[] Names = ["Core", "Matching", "Models", "Sources", "Testing"];

    public static readonly Assembly[] All = [.. Names.Select(Load)];

    public static TheoryData<string> Each { get; } = [.. Names];

    public static Assembly Load(string name) => Assembly.Load($"CustomerInsight.{name}");

    public static IEnumerable<Type> PublicTypes => All.SelectMany(static assembly => assembly.GetExportedTypes()).Where(static type => !IsCompilerMade(type));

    /// <summary>What a caller or a derived class may see.</summary>
    public static IEnumerable<MethodBase> VisibleMethods(this Type type) =>
        type.GetMembers(Declared).OfType<MethodBase>().Where(static method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly).Where(static method => !IsCompilerMade(method));

    public static bool IsRecord(this Type type) => type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is not null;

    public static bool IsInitOnly(this PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);

    /// <summary>The types that a signature names, those inside arrays, references and type arguments too.</summary>
    public static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
