using System.Data.Common;
using CustomerInsight.Sources;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sources of records and of activities to an engine.</summary>
/// <remarks>Each call adds one source. A path is opened when the engine runs, not before.</remarks>
public static class InsightBuilderSources
{
    /// <summary>Adds records from a file of delimited text.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddCsv(this IInsightBuilder builder, string path, Action<CsvRecordOptions>? configure = null) =>
        builder.AddSource(new CsvRecordSource(path, Configured(configure)));

    /// <summary>Adds activities from a file of delimited text.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddCsvActivities(this IInsightBuilder builder, string path, Action<CsvActivityOptions>? configure = null) =>
        builder.AddActivities(new CsvActivitySource(path, Configured(configure)));

    /// <summary>Adds records from a JSON Lines file.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddJsonLines(this IInsightBuilder builder, string path, Action<JsonLinesRecordOptions>? configure = null) =>
        builder.AddSource(new JsonLinesRecordSource(path, Configured(configure)));

    /// <summary>Adds activities from a JSON Lines file.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="path">The file.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The path is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddJsonLinesActivities(this IInsightBuilder builder, string path, Action<JsonLinesActivityOptions>? configure = null) =>
        builder.AddActivities(new JsonLinesActivitySource(path, Configured(configure)));

    /// <summary>Adds records from a database.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="name">The source's name.</param>
    /// <param name="connect">Makes a connection for each reading, which disposes it.</param>
    /// <param name="query">The query.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name or the query is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddDatabase(this IInsightBuilder builder, string name, Func<DbConnection> connect, string query, Action<DbRecordOptions>? configure = null) =>
        builder.AddSource(new DbRecordSource(name, connect, query, Configured(configure)));

    /// <summary>Adds activities from a database.</summary>
    /// <param name="builder">The engine's builder.</param>
    /// <param name="name">The source's name.</param>
    /// <param name="connect">Makes a connection for each reading, which disposes it.</param>
    /// <param name="query">The query.</param>
    /// <param name="configure">Sets options; called once, at once.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The name or the query is blank, or an option is outside its range.</exception>
    public static IInsightBuilder AddDatabaseActivities(this IInsightBuilder builder, string name, Func<DbConnection> connect, string query, Action<DbActivityOptions>? configure = null) =>
        builder.AddActivities(new DbActivitySource(name, connect, query, Configured(configure)));

    private static T Configured<T>(Action<T>? configure)
        where T : new()
    {
        var options = new T();
        configure?.Invoke(options);
        return options;
    }
}
