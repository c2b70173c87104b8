using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Sources.Tests;

/// <summary>A connection whose every query gives the rows of one table.</summary>
internal sealed class FakeConnection(DataTable table, int brokenColumn = -1) : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    public int Opened { get; private set; }

    public bool IsDisposed { get; private set; }

    [AllowNull]
    public override string ConnectionString { get; set; } = string.Empty;

    public override string Database => "fake";

    public override string DataSource => "fake";

    public override string ServerVersion => "1";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName)
    {
    }

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open() => (_state, Opened) = (ConnectionState.Open, Opened + 1);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();

    protected override DbCommand CreateDbCommand() => new FakeCommand(table, brokenColumn);

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

internal sealed class FakeCommand(DataTable table, int brokenColumn) : DbCommand
{
    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => throw new NotSupportedException();

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery() => throw new NotSupportedException();

    public override object? ExecuteScalar() => throw new NotSupportedException();

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => throw new NotSupportedException();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        brokenColumn < 0 ? table.CreateDataReader() : new BrokenReader(table.CreateDataReader(), brokenColumn);
}
