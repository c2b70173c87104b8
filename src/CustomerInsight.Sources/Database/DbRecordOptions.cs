using System.Data.Common;

namespace CustomerInsight.Sources;

/// <summary>How a query for records is read.</summary>
/// <threadsafety>Not safe for changes from many threads; a source copies them when it is made.</threadsafety>
public sealed class DbRecordOptions : RecordOptions
{
    /// <summary>Gets or sets what is done to each command before it runs: parameters, a time limit.</summary>
    /// <value>Null, the default, for nothing.</value>
    public Action<DbCommand>? ConfigureCommand { get; set; }

    internal RecordSettings ToRecordSettings(string name) => ToSettings(name, name);
}
