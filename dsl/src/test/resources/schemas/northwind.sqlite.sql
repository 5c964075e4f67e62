-- In the shape of Northwind, as its SQLite edition has it.
CREATE TABLE [Categories] (
    [CategoryID] INTEGER PRIMARY KEY AUTOINCREMENT,
    [CategoryName] TEXT,
    [Description] TEXT,
    [Picture] BLOB
);
CREATE TABLE [CustomerDemographics] (
    [CustomerTypeID] TEXT NOT NULL,
    [CustomerDesc] TEXT,
    PRIMARY KEY ([CustomerTypeID])
);
CREATE TABLE [Customers] (
    [CustomerID] TEXT,
    [CompanyName] TEXT NOT NULL COLLATE NOCASE,
    [ContactName] TEXT,
    [City] TEXT,
    [Country] TEXT DEFAULT 'the "old" $country',
    PRIMARY KEY ([CustomerID])
);
CREATE TABLE [CustomerCustomerDemo] (
    [CustomerID] TEXT NOT NULL,
    [CustomerTypeID] TEXT NOT NULL,
    PRIMARY KEY ([CustomerID], [CustomerTypeID]),
    FOREIGN KEY ([CustomerID]) REFERENCES [Customers] ([CustomerID]) ON DELETE NO ACTION ON UPDATE NO ACTION,
    FOREIGN KEY ([CustomerTypeID]) REFERENCES [CustomerDemographics] ([CustomerTypeID]) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE TABLE [Employees] (
    [EmployeeID] INTEGER PRIMARY KEY AUTOINCREMENT,
    [LastName] TEXT,
    [FirstName] TEXT,
    [Name] TEXT GENERATED ALWAYS AS ([FirstName] || ' ' || [LastName]) VIRTUAL,
    [BirthDate] DATE,
    [HireDate] DATE,
    [Photo] BLOB,
    [ReportsTo] INTEGER,
    FOREIGN KEY ([ReportsTo]) REFERENCES [Employees] ([EmployeeID]) ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE TABLE [Regions] (
    [RegionID] INTEGER NOT NULL PRIMARY KEY,
    [RegionDescription] TEXT NOT NULL
);
CREATE TABLE [Territories] (
    [TerritoryID] TEXT NOT NULL,
    [TerritoryDescription] TEXT NOT NULL,
    [RegionID] INTEGER NOT NULL REFERENCES [Regions] ([RegionID]),
    PRIMARY KEY ([TerritoryID])
);
CREATE TABLE [EmployeeTerritories] (
    [EmployeeID] INTEGER NOT NULL REFERENCES [Employees] ([EmployeeID]),
    [TerritoryID] TEXT NOT NULL REFERENCES [Territories] ([TerritoryID]),
    PRIMARY KEY ([EmployeeID], [TerritoryID])
);
CREATE TABLE [Shippers] (
    [ShipperID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    [CompanyName] TEXT NOT NULL,
    [Phone] TEXT,
    CONSTRAINT [UniquePhone] UNIQUE ([Phone])
);
CREATE TABLE [Suppliers] (
    [SupplierID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    [CompanyName] TEXT NOT NULL,
    [HomePage] TEXT
);
CREATE TABLE [Products] (
    [ProductID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    [ProductName] TEXT NOT NULL,
    [SupplierID] INTEGER REFERENCES [Suppliers] ([SupplierID]),
    [CategoryID] INTEGER REFERENCES [Categories] ([CategoryID]),
    [QuantityPerUnit] TEXT,
    [UnitPrice] NUMERIC DEFAULT 0,
    [UnitsInStock] INTEGER DEFAULT 0,
    [Discontinued] TEXT NOT NULL DEFAULT '0',
    CHECK ([UnitPrice]>=(0)),
    CONSTRAINT [InStock] CHECK ([UnitsInStock]>=(0))
);
CREATE TABLE [Orders] (
    [OrderID] INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    [CustomerID] TEXT,
    [EmployeeID] INTEGER,
    [OrderDate] DATETIME DEFAULT CURRENT_TIMESTAMP,
    [ShipVia] INTEGER,
    [Freight] NUMERIC DEFAULT 0,
    FOREIGN KEY ([EmployeeID]) REFERENCES [Employees] ([EmployeeID]) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY ([CustomerID]) REFERENCES [Customers] ([CustomerID]),
    FOREIGN KEY ([ShipVia]) REFERENCES [Shippers] ([ShipperID]) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE [Order Details] (
    [OrderID] INTEGER NOT NULL,
    [ProductID] INTEGER NOT NULL,
    [UnitPrice] NUMERIC NOT NULL DEFAULT 0,
    [Quantity] INTEGER NOT NULL DEFAULT 1,
    [Discount] REAL NOT NULL DEFAULT 0,
    PRIMARY KEY ("OrderID", "ProductID"),
    CHECK ([Discount]>=(0) AND [Discount]<=(1)),
    CHECK ([Quantity]>(0)),
    FOREIGN KEY ([OrderID]) REFERENCES [Orders] ([OrderID]) ON DELETE CASCADE ON UPDATE NO ACTION,
    FOREIGN KEY ([ProductID]) REFERENCES [Products] ([ProductID])
);
CREATE INDEX [Customers by city] ON [Customers] ([Country], [City] DESC);
CREATE INDEX [ProductNames] ON [Products] (lower([ProductName])) WHERE [Discontinued] = '0';
CREATE UNIQUE INDEX [CompanyNames] ON [Suppliers] ([CompanyName]);
CREATE VIEW [Current Product List] AS SELECT [ProductID], [ProductName] FROM [Products] WHERE [Discontinued] = '0';
CREATE TRIGGER [NoFreight] AFTER INSERT ON [Orders] WHEN new.[Freight] IS NULL BEGIN UPDATE [Orders] SET [Freight] = 0 WHERE [OrderID] = new.[OrderID]; END;
INSERT INTO [Regions] VALUES (1, 'Eastern');
