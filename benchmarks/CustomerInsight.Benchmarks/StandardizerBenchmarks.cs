using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>What one value costs to standardize, against the line that a host would write instead, which does far less.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class StandardizerBenchmarks
{
    private const string NamesCategory = "names";
    private const string PhonesCategory = "phones";
    private const string DatesCategory = "dates";

    private static readonly SourceConventions Conventions = new() { PhoneCountryCode = "44" };

    private readonly NameStandardizer _name = new();
    private readonly PhoneStandardizer _phone = new();
    private readonly DateStandardizer _date = new();
    private string[] _names = [];
    private string[] _phones = [];
    private string[] _dates = [];

    [GlobalSetup]
    public void Setup()
    {
        _names = RawValues.Of(SyntheticAttributes.FullName, SyntheticAttributes.FamilyName, SyntheticAttributes.GivenName);
        _phones = RawValues.Of(SyntheticAttributes.Phone);
        _dates = RawValues.Of(SyntheticAttributes.DateOfBirth);
    }

    [BenchmarkCategory(NamesCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = RawValues.Count)]
    public int TrimAndLower()
    {
        int length = 0;
        foreach (string value in _names)
        {
            length += value.Trim().ToLowerInvariant().Length;
        }

        return length;
    }

    [BenchmarkCategory(NamesCategory)]
    [Benchmark(OperationsPerInvoke = RawValues.Count)]
    public int Name() => Length(_name, _names);

    [BenchmarkCategory(PhonesCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = RawValues.Count)]
    public int OnlyDigits()
    {
        int length = 0;
        foreach (string value in _phones)
        {
            length += string.Concat(value.Where(char.IsAsciiDigit)).Length;
        }

        return length;
    }

    [BenchmarkCategory(PhonesCategory)]
    [Benchmark(OperationsPerInvoke = RawValues.Count)]
    public int Phone() => Length(_phone, _phones);

    [BenchmarkCategory(DatesCategory)]
    [Benchmark(Baseline = true, OperationsPerInvoke = RawValues.Count)]
    public int TryParseAndFormat()
    {
        int length = 0;
        foreach (string value in _dates)
        {
            length += DateOnly.TryParse(value, CultureInfo.InvariantCulture, out DateOnly date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).Length : 0;
        }

        return length;
    }

    [BenchmarkCategory(DatesCategory)]
    [Benchmark(OperationsPerInvoke = RawValues.Count)]
    public int Date() => Length(_date, _dates);

    private static int Length(IStandardizer standardizer, string[] values)
    {
        int length = 0;
        foreach (string value in values)
        {
            length += standardizer.Standardize(value, Conventions).Value?.Length ?? 0;
        }

        return length;
    }
}
