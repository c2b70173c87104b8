using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerInsight.Conventions.Tests;

/// <summary>What holds for every public type of every library.</summary>
public sealed class TypeConventionTests
{
    private static readonly string[] Hidden = ["CsvHelper", "MathNet.Numerics", "FuzzySharp", "System.Linq.Async", "System.Linq.AsyncEnumerable"];

    [Fact]
    public void Libraries_All_HaveTypes() => Assert.All(Library.All, static library => Assert.NotEmpty(library.GetExportedTypes()));

    [Fact]
    public void Queries_OverTheLibraries_FindWhatTheyAreAbout()
    {
        Assert.True(typeof(Profile).IsRecord() && typeof(ProfileId).IsRecord() && !typeof(InsightOptions).IsRecord());
        Assert.True(typeof(Profile).GetProperty(nameof(Profile.Fields))!.IsInitOnly());
        Assert.False(typeof(InsightOptions).GetProperty(nameof(InsightOptions.AsOf))!.IsInitOnly());
        Assert.Contains(typeof(IProfileStore).VisibleMethods(), static method => method.Name == nameof(IProfileStore.GetVersionAsync));
        Assert.Contains(typeof(Profile), Library.Parts(typeof(Func<IReadOnlyList<Profile[]>, int>)));
        Assert.All(Hidden[..3], static name => Assert.Contains(Library.All, library => library.GetReferencedAssemblies().Any(reference => reference.Name == name)));
    }

    [Fact]
    public void PublicClasses_All_AreSealedStaticOrAbstract() => Assert.Empty(
        from type in Library.PublicTypes
        where type.IsClass && !type.IsSealed && !type.IsAbstract
        select type.FullName);

    [Fact]
    public void AbstractClasses_All_HaveAClassBelowThem() => Assert.Empty(
        from type in Library.PublicTypes
        where type.IsClass && type.IsAbstract && !type.IsSealed
        where !type.Assembly.GetTypes().Any(other => IsBelow(other, type))
        select $"{type.FullName} is abstract, but no class of its library derives from it");

    [Fact]
    public void AsyncMethods_All_EndInACancellationToken() => Assert.Empty(
        from type in Library.PublicTypes
        from method in type.VisibleMethods().OfType<MethodInfo>()
        where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != nameof(IAsyncDisposable.DisposeAsync)
        where method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
        select $"{type.FullName}.{method.Name}");

    [Fact]
    public void MethodsThatReturnTasksOrStreams_All_AreNamedForIt() => Assert.Empty(
        from type in Library.PublicTypes
        from method in type.VisibleMethods().OfType<MethodInfo>()
        where Library.Parts(method.ReturnType).Any(static part => part == typeof(Task) || part == typeof(ValueTask) || IsOf(part, typeof(Task<>)) || IsOf(part, typeof(ValueTask<>)) || IsOf(part, typeof(IAsyncEnumerable<>)))
        where !method.Name.EndsWith("Async", StringComparison.Ordinal)
        select $"{type.FullName}.{method.Name}");

    [Fact]
    public void Records_All_AreImmutable() => Assert.Empty(
        from type in Library.PublicTypes
        where type.IsRecord() && !type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties(Library.Declared)
        where property.SetMethod is { IsPublic: true } && !property.IsInitOnly()
        select $"{type.FullName}.{property.Name}");

    [Fact]
    public void Records_All_HoldListsThatCompareByValue() => Assert.Empty(
        from type in Library.PublicTypes
        where type.IsRecord() && type != typeof(CustomerHistory)
        from property in type.GetProperties(Library.Declared)
        where property.PropertyType.IsArray || IsOf(property.PropertyType, typeof(IReadOnlyList<>)) || IsOf(property.PropertyType, typeof(System.Collections.Immutable.ImmutableArray<>))
        where property.GetMethod is { IsPublic: true } && Library.IsCompilerMade(property.GetMethod)
        select $"{type.FullName}.{property.Name}");

    [Fact]
    public void Fields_Public_AreReadOnly() => Assert.Empty(
        from type in Library.PublicTypes
        where !type.IsEnum
        from field in type.GetFields(Library.Declared)
        where field.IsPublic && !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{field.Name}");

    [Fact]
    public void Signatures_All_NameNoTypeOfALibraryBelow() => Assert.Empty(
        from type in Library.PublicTypes
        from named in Named(type)
        from part in Library.Parts(named)
        where Hidden.Contains(part.Assembly.GetName().Name)
        select $"{type.FullName} shows {part.FullName}");

    [Fact]
    public void BuilderExtensions_All_AreInTheNamespaceOfDependencyInjection() => Assert.Empty(
        from type in Library.PublicTypes
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute), inherit: false)
        where typeof(IInsightBuilder).IsAssignableFrom(method.GetParameters()[0].ParameterType) || typeof(IServiceCollection).IsAssignableFrom(method.GetParameters()[0].ParameterType)
        where type.Namespace != "Microsoft.Extensions.DependencyInjection"
        select $"{type.FullName}.{method.Name}");

    [Fact]
    public void BuilderExtensions_OfEveryLibraryWithHosting_AreFound() => Assert.All(["Core", "Matching", "Models", "Sources"], static name =>
        Assert.Contains(Library.Load(name).GetExportedTypes(), static type => type is { Namespace: "Microsoft.Extensions.DependencyInjection", IsAbstract: true, IsSealed: true }));

    [Theory]
    [MemberData(nameof(Library.Each), MemberType = typeof(Library))]
    public void Namespaces_OfALibrary_AreOneAndThatOfHosting(string library)
    {
        string own = library == "Core" ? "CustomerInsight" : $"CustomerInsight.{library}";

        Assert.Empty(Library.Load(library).GetExportedTypes().Select(static type => type.Namespace!).Distinct().Except([own, "Microsoft.Extensions.DependencyInjection"]));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Matching", "Core")]
    [InlineData("Models", "Core")]
    [InlineData("Sources", "Core")]
    [InlineData("Testing", "Core", "Matching", "Models")]
    public void References_OfALibrary_AreThoseOfTheDesign(string library, params string[] allowed) => Assert.Empty(
        Library.Load(library).GetReferencedAssemblies()
            .Select(static reference => reference.Name!).Where(static name => name.StartsWith("CustomerInsight.", StringComparison.Ordinal))
            .Except(allowed.Select(static name => $"CustomerInsight.{name}")));

    [Fact]
    public void RangesOfFractions_All_AreGivenAsFractions() => Assert.Empty(
        from library in Library.All
        from type in library.GetTypes()
        from property in type.GetProperties(Library.Declared)
        let range = property.GetCustomAttribute<RangeAttribute>()
        where range is not null && range.OperandType != (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        select $"{type.FullName}.{property.Name} would be rounded to {range.OperandType.Name} before the check: write 0.0, not 0");

    private static bool IsOf(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static bool IsBelow(Type type, Type ancestor)
    {
        for (Type? above = type.BaseType; above is not null; above = above.BaseType)
        {
            if (above == ancestor || IsOf(above, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Type> Named(Type type) =>
    [
        .. type.BaseType is { } above ? new[] { above } : [],
        .. type.GetInterfaces(),
        .. type.VisibleMethods().SelectMany(static method => method.GetParameters()).Select(static parameter => parameter.ParameterType),
        .. type.VisibleMethods().OfType<MethodInfo>().Select(static method => method.ReturnType),
        .. type.GetProperties(Library.Declared).Where(static property => property.GetMethod is { IsPublic: true }).Select(static property => property.PropertyType),
        .. type.GetFields(Library.Declared).Where(static field => field.IsPublic || field.IsFamily).Select(static field => field.FieldType),
    ];
}
